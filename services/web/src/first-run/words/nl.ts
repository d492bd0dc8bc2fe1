export const firstRun = {
  title: 'In drie stappen naar uw eerste inzamelronde',
  lead: 'U hebt een depot, een voertuig en containers nodig. Wat u opslaat, blijft; u kunt stoppen en later verdergaan.',
  notYours: 'Hier is nog niets ingesteld, en u mag dat niet doen. Vraag het aan uw beheerder.',
  progress: (step: number, of: number) => `Stap ${step} van ${of}`,
  allDone: 'Alle stappen zijn klaar.',
  done: 'klaar',
  depot: 'Uw depot',
  depotWhy: 'Waar uw voertuigen vertrekken en lossen.',
  vehicle: 'Uw eerste voertuig',
  vehicleWhy: 'Hoeveel het draagt, bepaalt hoeveel containers in een ronde passen.',
  containers: 'Uw containers',
  containersWhy: 'Wat er geleegd moet worden.',
  importAll: 'Uit een bestand overnemen (CSV uit Excel, of GeoJSON)',
  orOne: 'Of voeg hier de eerste toe:',
  bins: (n: number, shown: string) => (n === 1 ? '1 container' : `${shown} containers`),
  moreBins: 'Meer containers toevoegen',
  next: 'Hoe het verder gaat',
  nextPlan:
    'U kunt nu plannen. Zonder sensor wordt een container bezocht als zijn gewone tijd om is.',
  nextSensors:
    'Met een sensor in een container ziet u hoe vol hij is, en wordt hij geleegd als dat de moeite waard is.',
  toDesk: 'Naar de pagina van vandaag',
  addSensor: 'Sensor toevoegen',
  demo: 'Wilt u alleen rondkijken?',
  demoHow:
    'De demo is een eigen systeem met zestig verzonnen containers en twee weken metingen. Hier verandert niets. Wie dit heeft geïnstalleerd, start de demo met:',
}
