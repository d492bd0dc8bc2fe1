// 'counted': the arrival number up to which devices' rows say how many readings there are and which is the
// newest. Until now each commit wrote that.
export const counted = `
INSERT INTO progress (name, value)
SELECT 'counted', max(
  coalesce((SELECT max(arrival) FROM readings), 0),
  coalesce((SELECT value FROM progress WHERE name = 'rolled_up'), 0));
`
