/**
 * How a request says whose it is. A link's secret goes with each request instead of into a cookie: a planner who
 * opens a link stays signed in, and two links can be open at once.
 * @param token `null`: the cookie of who is signed in
 */
export const authority = (
  token: string | null,
  headers: Readonly<Record<string, string>>,
): Pick<RequestInit, 'headers' | 'credentials'> =>
  token === null
    ? { headers, credentials: 'same-origin' }
    : { headers: { ...headers, authorization: `Bearer ${token}` }, credentials: 'omit' }
