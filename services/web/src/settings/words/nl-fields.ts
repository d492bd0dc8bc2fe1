export const fields = {
  overflow_pct: [
    'Vol vanaf',
    'Vanaf deze vulgraad is een container vol voor de planning, wat er bij de container zelf ook staat.',
  ],
  overflow_probability: [
    'Op tijd legen vanaf een kans van',
    'Zo groot moet de kans zijn dat een container overloopt vóór het volgende mogelijke bezoek. Dan wordt hij nu geleegd.',
  ],
  may_from_pct: [
    'De moeite waard vanaf',
    'Een minder volle container nemen we niet onderweg mee. Vanaf hier wel, als de omweg loont.',
  ],
  min_hours_between_visits: [
    'Na het legen met rust laten gedurende',
    'Een container die korter geleden is geleegd, krijgt geen bezoek, tenzij iemand erom vraagt.',
  ],
  'plan.full_waits_below': [
    'Een volle container mag wachten onder een kans van',
    'Hij mag op een goedkopere dag wachten zolang de kans op overlopen vóór het volgende bezoek kleiner is. 0 %: een volle container wacht nooit.',
  ],
  fill_hysteresis_pct: [
    'Blijft vol tot een daling van',
    'Textiel zakt in en sensoren schommelen. Een volle container blijft vol tot hij zo ver onder zijn grens zit.',
  ],
  fleet_fill_pct_per_day: [
    'Een onbekende container vult zich met',
    'Voor containers waarvan nog niets beters bekend is.',
  ],
  density_kg_per_l: [
    'Textiel weegt',
    'Voor de verwachte lading, tot chauffeurs genoeg gewichten hebben gemeld.',
  ],
  'damp.watch': [
    'Let op bij vochtige lucht',
    'Zo vochtig en zo lang: de container komt in aanmerking voor een ronde. Buitenlucht alleen is op veel dagen al zo vochtig.',
  ],
  'damp.loss_per_day': [
    'Textiel in een vochtige container gaat verloren met een kans van',
    'Voor elke dag dat hij wacht, met 3 g/m³ meer water in de lucht dan bij containers in de buurt; hoe natter, hoe eerder. Dat wordt afgewogen tegen de kosten van de omweg.',
  ],
  'damp.spoils_beside': [
    'Met elke kilo die door vocht verloren gaat, gaan er zoveel mee',
    'Een natte zak bederft wat ernaast ligt, in de wagen en op de sorteertafel. Zo weegt vocht mee tegen de kosten van de omweg: hoe hoger, hoe eerder een vochtige container bezocht wordt.',
  ],
  'damp.watch_loss_per_day': [
    'Textiel in vochtige lucht gaat verloren met een kans van',
    'Voor elke dag dat zo’n container wacht. Dat wordt afgewogen tegen de kosten van de omweg.',
  ],
  'damp.excess_g_per_m3': [
    'Vochtig vanaf',
    'Zoveel meer water in de lucht dan bij containers in de buurt. In koude lucht is minder genoeg.',
  ],
  'damp.excess_hours': [
    'Vochtig na',
    'Zo lang moet de lucht natter zijn dan bij containers in de buurt.',
  ],
  'damp.jump_g_per_m3': [
    'Er komt water in vanaf een sprong van',
    'Een plotse stijging naast de containers in de buurt, die niet meer weggaat.',
  ],
  'damp.watch_mould_index': [
    'Let op vanaf een schimmelrisico van',
    'Het risico gaat van 0 (geen) tot 6 (alles beschimmeld). Het volgt uit vocht en warmte sinds de laatste lediging.',
  ],
  'damp.must_mould_index': [
    'Legen vanaf een schimmelrisico van',
    'Vanaf hier moet de container worden geleegd. Het risico gaat van 0 tot 6.',
  ],
  'damp.must_mould_index_above_reference': [
    'Hoger dan door het weer met',
    'Alleen als het schimmelrisico zoveel hoger is dan het weer alleen verklaart.',
  ],
  'damp.mould_class': ['Schimmel groeit op het textiel', 'Om het schimmelrisico te berekenen.'],
  'damp.mould_cmat': [
    'Het schimmelrisico daalt met',
    'Als het weer droog is. 0: het blijft; 1: het daalt het snelst.',
  ],
  'damp.alone_risen_pct': [
    'Zonder containers in de buurt: vochtig vanaf een stijging van',
    'Een hele dag lang bevatte de lucht zoveel meer water dan de dagen ervoor, als deel van wat ze kan bevatten.',
  ],
  'damp.alone_rh_min_pct': [
    'Zonder containers in de buurt: luchtvochtigheid minstens',
    'Op die dag was de lucht in de container nooit droger.',
  ],
  'damp.min_neighbours': [
    'Nodig om te vergelijken',
    'Zoveel containers met een sensor moeten in de buurt staan. Zijn er minder, dan helpt het weerbericht.',
  ],
  'damp.neighbour_km': [
    'In de buurt is binnen',
    'Containers binnen deze afstand worden vergeleken.',
  ],
  'money.revenue_per_kg': [
    'Een ingezamelde kilo brengt op',
    'Een omweg naar een container die niet dringend is, kost nooit meer dan hij opbrengt.',
  ],
  'money.gift_per_kg': [
    'Een geweigerde kilo kost',
    'Wat mensen brengen terwijl de container vol is, gaat verloren.',
  ],
  'money.overflow_once': [
    'Opruimen na overlopen kost',
    'Elke keer dat er zakken naast de container liggen.',
  ],
  'money.overflow_per_hour': [
    'Een container die overloopt, kost',
    'Voor elk uur tot hij wordt geleegd.',
  ],
  'money.damp_loss_per_kg': [
    'Een kilo die door vocht verloren gaat, kost',
    'Nat of beschimmeld textiel kan niet worden verkocht.',
  ],
  'money.disposal_per_kg': ['Weggooien kost', 'Voor textiel dat bij het afval gaat.'],
  'plan.horizon_days': [
    'Vooruitkijken',
    'Is een bezoek vandaag goedkoper, of op een van deze dagen? 1: alleen de volgende dag telt.',
  ],
  'plan.lead_min': ['Een ronde vertrekt niet eerder dan over', 'Geteld vanaf het plannen.'],
  'plan.overload_chance': [
    'Een rit mag te zwaar zijn met een kans van',
    'Ladingen zijn geschat, daarom houdt elke rit wat ruimte over. 50 %: geen ruimte.',
  ],
  'plan.change_cost': [
    'Een stop alleen verplaatsen als dat bespaart',
    'Bij opnieuw plannen blijven stops waar ze waren, tenzij elke verplaatsing dit bespaart.',
  ],
  'plan.solve_seconds': [
    'De beste rondes zoeken gedurende',
    'Op een grote dag met 900 bezoeken. Kleinere dagen hebben minder nodig.',
  ],
  'health.silent_intervals': [
    'Stil na het uitblijven van',
    'Zoveel gewone berichten op rij zijn niet gekomen.',
  ],
  'health.silent_min_hours': ['Stil na minstens', 'Eerder noemen we geen sensor stil.'],
  'health.battery_low_v': ['Batterij bijna leeg onder', 'Dan vraagt een melding om een nieuwe.'],
  'health.battery_warn_days': ['Waarschuwen voor een lege batterij', 'Zo lang van tevoren.'],
  'health.no_echo_hours': ['Ziet niets gedurende', 'Daarna is de sensor misschien bedekt of stuk.'],
  'health.stuck_hours': [
    'Toont dezelfde waarde gedurende',
    'Zo lang, en veel langer dan ooit: de sensor hangt vast.',
  ],
  'health.noisy_share': [
    'Onrustige waarden vanaf',
    'Als zoveel van de laatste waarden op en neer springen, wordt de vulgraad geschat.',
  ],
  'health.impossible_share': [
    'Onmogelijke waarden vanaf',
    'Als zoveel van de laatste waarden niet waar kunnen zijn, komt er een melding.',
  ],
  'health.drift_pct': [
    'De bodem is verschoven met',
    'Net na het legen lijkt de container telkens voller, in totaal zoveel.',
  ],
  'health.tilt_deg': ['Scheef met', 'Hij staat een dag lang anders: verplaatst of aangereden.'],
  'health.off_temp_c': [
    'Temperatuur wijkt af met',
    'Over een week, vergeleken met containers in de buurt.',
  ],
  'health.off_rh_pct': [
    'Luchtvochtigheid te laag met',
    'Over een week, vergeleken met containers in de buurt.',
  ],
  'fire.temp_c': ['Brand vanaf', 'Door de zon alleen werd het al 64 °C in een container.'],
  'fire.rise_per_hour_c': ['Brand vanaf een stijging van', 'In zonnige uren is het dubbele nodig.'],
  'fire.rise_min_c': [
    'Een stijging telt vanaf',
    'Onder deze temperatuur is ook een snelle stijging geen brand.',
  ],
} as const
