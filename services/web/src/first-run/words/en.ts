export const firstRun = {
  title: 'Three steps to your first collection run',
  lead: 'You need a depot, a vehicle and containers. What you save stays; you can stop and go on later.',
  notYours: 'Nothing is set up here yet, and your account may not do it. Ask your administrator.',
  progress: (step: number, of: number) => `Step ${step} of ${of}`,
  allDone: 'All steps are done.',
  done: 'done',
  depot: 'Your depot',
  depotWhy: 'Where your vehicles start and unload.',
  vehicle: 'Your first vehicle',
  vehicleWhy: 'How much it carries decides how many containers fit into a run.',
  containers: 'Your containers',
  containersWhy: 'What is to be emptied.',
  importAll: 'Take them over from a file (CSV from Excel, or GeoJSON)',
  orOne: 'Or add the first one here:',
  bins: (n: number, shown: string) => (n === 1 ? '1 container' : `${shown} containers`),
  moreBins: 'Add more containers',
  next: 'What comes next',
  nextPlan:
    'You can plan now. Without sensors, a container is visited when its usual time is over.',
  nextSensors:
    'With a sensor in a container, you see how full it is, and it is emptied when that pays.',
  toDesk: 'To today’s page',
  addSensor: 'Add a sensor',
  demo: 'Only want to look around?',
  demoHow:
    'The demo is a system of its own, with sixty made-up containers and two weeks of readings. Nothing here is touched. Whoever installed this starts it with:',
}
