import type { Refusals } from './refusal-text.ts'

export const nl: Refusals = {
  unauthorized: 'U bent afgemeld. Meld u opnieuw aan.',
  invalid_token: 'Deze code of link is niet bekend of verlopen.',
  forbidden: 'U mag dit niet doen. Vraag het aan uw beheerder.',
  not_found: 'Dit bestaat niet meer. Laad de pagina opnieuw.',
  conflict: 'Dit kan nu niet. Laad de pagina opnieuw om te zien hoe het ervoor staat.',
  already_exists: 'Deze code bestaat al. Kies een andere.',
  version_conflict: 'Iemand anders heeft dit intussen gewijzigd. Laad de pagina opnieuw.',
  precondition_failed: 'Iemand anders heeft dit intussen gewijzigd. Laad de pagina opnieuw.',
  run_over: 'Deze ronde is voorbij.',
  too_large: 'Dit is te veel in één keer. Verstuur het in kleinere delen.',
  malformed_body: 'Dit kon niet worden gelezen. Is het bestand volledig?',
  invalid_body: 'Er klopt iets niet.',
  unknown_reference: 'Hier staat iets in dat niet meer bestaat. Laad de pagina opnieuw.',
  import_rejected: 'Er is niets geïmporteerd: sommige rijen kloppen niet.',
  plan_failed: 'Het plan kon niet worden gemaakt.',
  too_many: 'Dit wordt al berekend, ook voor anderen. Probeer het over een ogenblik opnieuw.',
  unavailable: 'De dienst kan nu niet antwoorden. Probeer het over een ogenblik opnieuw.',
  internal:
    'Er ging hier iets mis. Probeer het opnieuw; blijft het zo, zeg het dan aan uw beheerder.',
  time_ahead: 'Dit tijdstip ligt in de toekomst. Staat de klok van dit toestel juist?',
  date_past: 'Deze dag is voorbij. Kies vandaag of later.',
  run_closed: 'Deze ronde is klaar of geannuleerd: er is geen link meer voor nodig.',
  run_not_driven: 'Deze ronde is niet goedgekeurd, of ze is geannuleerd.',
  bin_retired: 'Deze container is buiten gebruik.',
  place_in_use:
    'Dit is nog in gebruik. Geef eerst de voertuigen en containers een andere plaats; de goedgekeurde rondes moeten gereden zijn.',
  tied_later:
    'Deze sensor of container is vanaf een later moment aan iets anders gekoppeld. Kies een later moment.',
}
