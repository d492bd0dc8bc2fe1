import type { Refusals } from './refusal-text.ts'

export const de: Refusals = {
  unauthorized: 'Sie sind abgemeldet. Melden Sie sich neu an.',
  invalid_token: 'Dieser Code oder Link ist unbekannt oder abgelaufen.',
  forbidden: 'Das dürfen Sie nicht. Fragen Sie Ihre Verwaltung.',
  not_found: 'Das gibt es nicht mehr. Laden Sie die Seite neu.',
  conflict: 'Das geht jetzt nicht. Laden Sie die Seite neu, um den Stand zu sehen.',
  already_exists: 'Diesen Code gibt es schon. Wählen Sie einen anderen.',
  version_conflict: 'Jemand anders hat das inzwischen geändert. Laden Sie die Seite neu.',
  precondition_failed: 'Jemand anders hat das inzwischen geändert. Laden Sie die Seite neu.',
  run_over: 'Diese Tour ist vorbei.',
  too_large: 'Das ist zu viel auf einmal. Senden Sie es in kleineren Teilen.',
  malformed_body: 'Das konnte nicht gelesen werden. Ist die Datei vollständig?',
  invalid_body: 'Etwas darin stimmt nicht.',
  unknown_reference: 'Hier steht etwas, das es nicht mehr gibt. Laden Sie die Seite neu.',
  import_rejected: 'Es wurde nichts importiert: einige Zeilen stimmen nicht.',
  plan_failed: 'Der Plan konnte nicht erstellt werden.',
  too_many: 'Das wird schon berechnet, auch für andere. Versuchen Sie es gleich noch einmal.',
  unavailable: 'Der Dienst kann gerade nicht antworten. Versuchen Sie es gleich noch einmal.',
  internal:
    'Hier ist etwas schiefgegangen. Versuchen Sie es noch einmal; bleibt es so, sagen Sie es Ihrer Verwaltung.',
  time_ahead: 'Diese Zeit liegt in der Zukunft. Geht die Uhr dieses Geräts richtig?',
  date_past: 'Dieser Tag ist vorbei. Wählen Sie heute oder später.',
  run_closed: 'Diese Tour ist fertig oder abgesagt: Ein Link ist nicht mehr nötig.',
  run_not_driven: 'Diese Tour ist nicht freigegeben, oder sie wurde abgesagt.',
  bin_retired: 'Dieser Container ist außer Betrieb.',
  place_in_use:
    'Das ist noch in Betrieb. Geben Sie zuerst den Fahrzeugen und Containern einen anderen Ort; die freigegebenen Touren müssen gefahren sein.',
  tied_later:
    'Dieser Sensor oder Container ist ab einem späteren Zeitpunkt anders zugeordnet. Wählen Sie einen späteren Zeitpunkt.',
}
