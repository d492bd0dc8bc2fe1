export const firstRun = {
  title: 'In drei Schritten zur ersten Sammeltour',
  lead: 'Sie brauchen ein Depot, ein Fahrzeug und Container. Was Sie speichern, bleibt; Sie können aufhören und später weitermachen.',
  notYours:
    'Hier ist noch nichts eingerichtet, und Sie dürfen es nicht. Fragen Sie Ihre Verwaltung.',
  progress: (step: number, of: number) => `Schritt ${step} von ${of}`,
  allDone: 'Alle Schritte sind erledigt.',
  done: 'erledigt',
  depot: 'Ihr Depot',
  depotWhy: 'Wo Ihre Fahrzeuge losfahren und entladen.',
  vehicle: 'Ihr erstes Fahrzeug',
  vehicleWhy: 'Wie viel es trägt, entscheidet, wie viele Container in eine Tour passen.',
  containers: 'Ihre Container',
  containersWhy: 'Was geleert werden soll.',
  importAll: 'Aus einer Datei übernehmen (CSV aus Excel oder GeoJSON)',
  orOne: 'Oder fügen Sie hier den ersten hinzu:',
  bins: (n: number, shown: string) => (n === 1 ? '1 Container' : `${shown} Container`),
  moreBins: 'Weitere Container hinzufügen',
  next: 'Wie es weitergeht',
  nextPlan:
    'Sie können jetzt planen. Ohne Sensor wird ein Container besucht, wenn seine übliche Zeit um ist.',
  nextSensors:
    'Mit einem Sensor im Container sehen Sie, wie voll er ist, und er wird geleert, wenn es sich lohnt.',
  toDesk: 'Zur Seite von heute',
  addSensor: 'Sensor hinzufügen',
  demo: 'Möchten Sie sich nur umsehen?',
  demoHow:
    'Die Demo ist ein eigenes System mit sechzig erfundenen Containern und zwei Wochen Messungen. Hier ändert sich nichts. Wer dies installiert hat, startet sie mit:',
}
