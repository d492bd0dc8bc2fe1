/** Each setting: its name, which its number completes, and what it does. */
export const fields = {
  overflow_pct: [
    'Full from',
    'From this level a bin is full for the planning, whatever is set for the bin itself.',
  ],
  overflow_probability: [
    'Empty in time from a chance of',
    'How likely a bin must be to overflow before the next possible visit, for it to be emptied now.',
  ],
  may_from_pct: [
    'Worth a look from',
    'A bin that is less full is not visited on the way. From here on it is, if the detour pays.',
  ],
  min_hours_between_visits: [
    'Leave alone after emptying for',
    'A bin that was emptied less than this ago is not visited, unless somebody asks for it.',
  ],
  'plan.full_waits_below': [
    'A full bin may wait below a chance of',
    'It may wait for a cheaper day while it is less likely than this to overflow before the next visit. 0 %: a full bin never waits.',
  ],
  fill_hysteresis_pct: [
    'Stays full until it falls by',
    'Textile settles and sensors waver. A full bin stays full until it is this far below its limit.',
  ],
  fleet_fill_pct_per_day: [
    'An unknown bin fills by',
    'For bins of which nothing better is known yet.',
  ],
  density_kg_per_l: [
    'Textile weighs',
    'For the expected load, until drivers have reported enough weights.',
  ],
  'damp.watch': [
    'Watch a bin with damp air',
    'So humid for so long: the bin is considered for a run. Outdoor air alone is this humid on many days.',
  ],
  'damp.loss_per_day': [
    'Textile in a damp bin is lost with a chance of',
    'For each day that it waits, its air holding 3 g/m³ more water than in the bins nearby; the wetter, the sooner. This is weighed against the cost of the detour.',
  ],
  'damp.spoils_beside': [
    'With each kilogram lost to damp, so many more are lost',
    'A wet bag spoils those beside it, in the vehicle and on the sorting table. This weighs damp against the cost of the detour: the more, the sooner a damp bin is visited.',
  ],
  'damp.watch_loss_per_day': [
    'Textile under watch is lost with a chance of',
    'For each day that a bin with damp air waits. This is weighed against the cost of the detour.',
  ],
  'damp.excess_g_per_m3': [
    'Damp from',
    'So much more water in the air than in the bins nearby. In cold air less is enough.',
  ],
  'damp.excess_hours': [
    'Damp after',
    'For so long its air must be wetter than in the bins nearby.',
  ],
  'damp.jump_g_per_m3': [
    'Water gets in from a jump of',
    'A sudden rise beside the bins nearby that does not go away again.',
  ],
  'damp.watch_mould_index': [
    'Watch from a mould risk of',
    'The risk goes from 0 (none) to 6 (all covered). It follows from humidity and warmth since the last emptying.',
  ],
  'damp.must_mould_index': [
    'Empty from a mould risk of',
    'From here on the bin must be emptied. The risk goes from 0 to 6.',
  ],
  'damp.must_mould_index_above_reference': [
    'Above the weather by',
    'Only when the mould risk is this much higher than the weather alone makes it.',
  ],
  'damp.mould_class': ['Mould grows on the textile', 'For working out the mould risk.'],
  'damp.mould_cmat': [
    'Mould risk goes down by',
    'When it is dry again. 0: it stays; 1: it goes down fastest.',
  ],
  'damp.alone_risen_pct': [
    'Without bins nearby, damp from a rise of',
    'For a whole day the air held so much more water than on the days before, as a share of what it can hold.',
  ],
  'damp.alone_rh_min_pct': [
    'Without bins nearby, humidity at least',
    'On that day the air in the bin was never drier than this.',
  ],
  'damp.min_neighbours': [
    'Bins needed to compare',
    'So many bins with a sensor must be nearby. With fewer, the weather report helps.',
  ],
  'damp.neighbour_km': ['Nearby means within', 'Bins in this distance are compared.'],
  'money.revenue_per_kg': [
    'A collected kilogram is worth',
    'A detour to a bin that is not pressing costs no more than it brings in.',
  ],
  'money.gift_per_kg': [
    'A kilogram turned away costs',
    'What people bring while the bin is full is lost.',
  ],
  'money.overflow_once': [
    'Cleaning up an overflow costs',
    'Each time, when bags lie beside the bin.',
  ],
  'money.overflow_per_hour': ['An overflowing bin costs', 'For each hour until it is emptied.'],
  'money.damp_loss_per_kg': [
    'A kilogram lost to damp costs',
    'Wet or mouldy textile cannot be sold.',
  ],
  'money.disposal_per_kg': ['Throwing away costs', 'For textile that goes to the waste.'],
  'plan.horizon_days': [
    'Look ahead for',
    'Is a visit cheaper today or on one of these days? 1: only the next day counts.',
  ],
  'plan.lead_min': ['A run leaves no sooner than in', 'Counted from the time of planning.'],
  'plan.overload_chance': [
    'A trip may be too heavy with a chance of',
    'Loads are estimated, so each trip keeps some room. 50 %: no room is kept.',
  ],
  'plan.change_cost': [
    'Move a stop only if it saves',
    'When a draft is planned again, its stops stay where they were unless each move saves this.',
  ],
  'plan.solve_seconds': [
    'Look for the best runs for',
    'On a large day with 900 visits. Smaller days take less.',
  ],
  'health.silent_intervals': [
    'Silent after missing',
    'So many of its usual messages in a row have not come.',
  ],
  'health.silent_min_hours': ['Silent after at least', 'No sensor is called silent before this.'],
  'health.battery_low_v': ['Battery low below', 'Then a message asks for a new battery.'],
  'health.battery_warn_days': ['Warn of an empty battery', 'So long before it is expected.'],
  'health.no_echo_hours': ['Sees nothing for', 'After this the sensor may be covered or broken.'],
  'health.stuck_hours': [
    'Shows the same value for',
    'So long, and far longer than ever before: the sensor is stuck.',
  ],
  'health.noisy_share': [
    'Restless values from',
    'When so many of the last values leap up and down, the level is estimated.',
  ],
  'health.impossible_share': [
    'Impossible values from',
    'When so many of the last values cannot be true, the sensor is reported.',
  ],
  'health.drift_pct': [
    'Bottom has moved by',
    'Right after emptying, the bin seems fuller each time, so much in total.',
  ],
  'health.tilt_deg': ['Tilted by', 'For a day it stands otherwise: it was moved or hit.'],
  'health.off_temp_c': ['Temperature off by', 'Over a week, against the bins nearby.'],
  'health.off_rh_pct': ['Humidity too low by', 'Over a week, against the bins nearby.'],
  'fire.temp_c': ['Fire from', 'Sun alone has brought bins to 64 °C.'],
  'fire.rise_per_hour_c': ['Fire from a rise of', 'In sunny hours twice as much is needed.'],
  'fire.rise_min_c': [
    'A rise counts from',
    'Below this temperature even a fast rise is not called a fire.',
  ],
} as const
