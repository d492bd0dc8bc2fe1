export const fields = {
  overflow_pct: [
    'Voll ab',
    'Ab diesem Füllstand ist ein Container für die Planung voll, ganz gleich, was beim Container selbst eingestellt ist.',
  ],
  overflow_probability: [
    'Rechtzeitig leeren ab einer Wahrscheinlichkeit von',
    'So wahrscheinlich muss ein Container vor dem nächsten möglichen Besuch überlaufen, damit er jetzt geleert wird.',
  ],
  may_from_pct: [
    'Einen Blick wert ab',
    'Ein weniger voller Container wird nicht unterwegs mitgenommen. Ab hier schon, wenn der Umweg sich lohnt.',
  ],
  min_hours_between_visits: [
    'Nach der Leerung in Ruhe lassen für',
    'Ein Container, der vor kürzerer Zeit geleert wurde, wird nicht angefahren, außer jemand bittet darum.',
  ],
  'plan.full_waits_below': [
    'Ein voller Container darf warten unter einer Wahrscheinlichkeit von',
    'Er darf auf einen günstigeren Tag warten, solange er vor dem nächsten Besuch weniger wahrscheinlich überläuft. 0 %: Ein voller Container wartet nie.',
  ],
  fill_hysteresis_pct: [
    'Bleibt voll, bis er sinkt um',
    'Textilien setzen sich und Sensoren schwanken. Ein voller Container bleibt voll, bis er so weit unter seiner Grenze liegt.',
  ],
  fleet_fill_pct_per_day: [
    'Ein unbekannter Container füllt sich um',
    'Für Container, von denen noch nichts Besseres bekannt ist.',
  ],
  density_kg_per_l: [
    'Textilien wiegen',
    'Für die erwartete Ladung, bis die Fahrer genug Gewichte gemeldet haben.',
  ],
  'damp.watch': [
    'Bei feuchter Luft beobachten',
    'So feucht für so lange: Der Container kommt für eine Tour in Frage. Allein die Außenluft ist an vielen Tagen so feucht.',
  ],
  'damp.loss_per_day': [
    'Textilien in einem feuchten Container verderben mit einer Wahrscheinlichkeit von',
    'Für jeden Tag, den er wartet, wenn seine Luft 3 g/m³ mehr Wasser hält als in den Containern in der Nähe; je nasser, desto eher. Das wird gegen die Kosten des Umwegs abgewogen.',
  ],
  'damp.spoils_beside': [
    'Mit jedem Kilogramm, das durch Feuchte verdirbt, verderben so viele weitere',
    'Ein nasser Sack verdirbt, was neben ihm liegt, im Fahrzeug und auf dem Sortiertisch. Das wird gegen die Kosten des Umwegs abgewogen: Je mehr, desto eher wird ein feuchter Container angefahren.',
  ],
  'damp.watch_loss_per_day': [
    'Textilien in feuchter Luft verderben mit einer Wahrscheinlichkeit von',
    'Für jeden Tag, den ein solcher Container wartet. Das wird gegen die Kosten des Umwegs abgewogen.',
  ],
  'damp.excess_g_per_m3': [
    'Feucht ab',
    'So viel mehr Wasser in der Luft als in den Containern in der Nähe. In kalter Luft genügt weniger.',
  ],
  'damp.excess_hours': [
    'Feucht nach',
    'So lange muss die Luft nasser sein als in den Containern in der Nähe.',
  ],
  'damp.jump_g_per_m3': [
    'Wasser dringt ein ab einem Sprung von',
    'Ein plötzlicher Anstieg gegenüber den Containern in der Nähe, der nicht wieder vergeht.',
  ],
  'damp.watch_mould_index': [
    'Beobachten ab einem Schimmelrisiko von',
    'Das Risiko reicht von 0 (keines) bis 6 (alles verschimmelt). Es ergibt sich aus Feuchte und Wärme seit der letzten Leerung.',
  ],
  'damp.must_mould_index': [
    'Leeren ab einem Schimmelrisiko von',
    'Ab hier muss der Container geleert werden. Das Risiko reicht von 0 bis 6.',
  ],
  'damp.must_mould_index_above_reference': [
    'Höher als durch das Wetter um',
    'Nur wenn das Schimmelrisiko um so viel höher ist, als das Wetter allein erklärt.',
  ],
  'damp.mould_class': ['Schimmel wächst auf den Textilien', 'Um das Schimmelrisiko zu berechnen.'],
  'damp.mould_cmat': [
    'Das Schimmelrisiko sinkt um',
    'Wenn es wieder trocken ist. 0: Es bleibt; 1: Es sinkt am schnellsten.',
  ],
  'damp.alone_risen_pct': [
    'Ohne Container in der Nähe feucht ab einem Anstieg von',
    'Einen ganzen Tag lang enthielt die Luft so viel mehr Wasser als an den Tagen davor, als Anteil dessen, was sie aufnehmen kann.',
  ],
  'damp.alone_rh_min_pct': [
    'Ohne Container in der Nähe Luftfeuchte mindestens',
    'An diesem Tag war die Luft im Container nie trockener.',
  ],
  'damp.min_neighbours': [
    'Zum Vergleichen nötig',
    'So viele Container mit Sensor müssen in der Nähe stehen. Bei weniger hilft der Wetterbericht.',
  ],
  'damp.neighbour_km': [
    'In der Nähe heißt innerhalb von',
    'Container in dieser Entfernung werden verglichen.',
  ],
  'money.revenue_per_kg': [
    'Ein gesammeltes Kilo bringt',
    'Ein Umweg zu einem Container, der nicht drängt, kostet nie mehr, als er einbringt.',
  ],
  'money.gift_per_kg': [
    'Ein abgewiesenes Kilo kostet',
    'Was gebracht wird, während der Container voll ist, geht verloren.',
  ],
  'money.overflow_once': [
    'Aufräumen nach dem Überlaufen kostet',
    'Jedes Mal, wenn Säcke neben dem Container liegen.',
  ],
  'money.overflow_per_hour': [
    'Ein überlaufender Container kostet',
    'Für jede Stunde, bis er geleert wird.',
  ],
  'money.damp_loss_per_kg': [
    'Ein durch Feuchte verlorenes Kilo kostet',
    'Nasse oder schimmlige Textilien lassen sich nicht verkaufen.',
  ],
  'money.disposal_per_kg': ['Wegwerfen kostet', 'Für Textilien, die in den Abfall kommen.'],
  'plan.horizon_days': [
    'Vorausschauen',
    'Ist ein Besuch heute günstiger oder an einem dieser Tage? 1: Nur der nächste Tag zählt.',
  ],
  'plan.lead_min': ['Eine Tour startet frühestens in', 'Gerechnet ab dem Zeitpunkt der Planung.'],
  'plan.overload_chance': [
    'Eine Fahrt darf zu schwer sein mit einer Wahrscheinlichkeit von',
    'Ladungen sind geschätzt, darum bleibt bei jeder Fahrt etwas Platz. 50 %: Es bleibt kein Platz.',
  ],
  'plan.change_cost': [
    'Einen Halt nur verschieben, wenn das spart',
    'Wird ein Entwurf neu geplant, bleiben die Halte, wo sie waren, außer jede Verschiebung spart so viel.',
  ],
  'plan.solve_seconds': [
    'Die besten Touren suchen für',
    'An einem großen Tag mit 900 Besuchen. Kleinere Tage brauchen weniger.',
  ],
  'health.silent_intervals': [
    'Stumm nach dem Ausbleiben von',
    'So viele der üblichen Nachrichten in Folge sind nicht gekommen.',
  ],
  'health.silent_min_hours': ['Stumm nach mindestens', 'Vorher gilt kein Sensor als stumm.'],
  'health.battery_low_v': [
    'Batterie schwach unter',
    'Dann bittet eine Meldung um eine neue Batterie.',
  ],
  'health.battery_warn_days': ['Vor einer leeren Batterie warnen', 'So lange im Voraus.'],
  'health.no_echo_hours': [
    'Sieht nichts seit',
    'Danach ist der Sensor vielleicht verdeckt oder kaputt.',
  ],
  'health.stuck_hours': [
    'Zeigt denselben Wert seit',
    'So lange und viel länger als je zuvor: Der Sensor hängt fest.',
  ],
  'health.noisy_share': [
    'Unruhige Werte ab',
    'Wenn so viele der letzten Werte auf und ab springen, wird der Füllstand geschätzt.',
  ],
  'health.impossible_share': [
    'Unmögliche Werte ab',
    'Wenn so viele der letzten Werte nicht stimmen können, wird der Sensor gemeldet.',
  ],
  'health.drift_pct': [
    'Der Boden hat sich verschoben um',
    'Gleich nach der Leerung wirkt der Container jedes Mal voller, insgesamt um so viel.',
  ],
  'health.tilt_deg': [
    'Gekippt um',
    'Einen Tag lang steht er anders: Er wurde versetzt oder angefahren.',
  ],
  'health.off_temp_c': [
    'Temperatur weicht ab um',
    'Über eine Woche, verglichen mit den Containern in der Nähe.',
  ],
  'health.off_rh_pct': [
    'Luftfeuchte zu niedrig um',
    'Über eine Woche, verglichen mit den Containern in der Nähe.',
  ],
  'fire.temp_c': ['Feuer ab', 'Allein die Sonne hat Container schon auf 64 °C erwärmt.'],
  'fire.rise_per_hour_c': [
    'Feuer ab einem Anstieg von',
    'In sonnigen Stunden ist das Doppelte nötig.',
  ],
  'fire.rise_min_c': [
    'Ein Anstieg zählt ab',
    'Unter dieser Temperatur gilt auch ein schneller Anstieg nicht als Feuer.',
  ],
} as const
