// The ground stays quiet: nothing in it is as strong as a mark.

export interface GroundColours {
  readonly land: string
  readonly water: string
  readonly green: string
  readonly road: string
  readonly bigRoad: string
  readonly name: string
  readonly nameEdge: string
}

export const LIGHT: GroundColours = {
  land: '#fafaf7',
  water: '#d3e2ea',
  green: '#e6eddc',
  road: '#e6e4dc',
  bigRoad: '#d9d5c8',
  name: '#5d6068',
  nameEdge: '#fafaf7',
}

export const DARK: GroundColours = {
  land: '#14161a',
  water: '#1b2a35',
  green: '#1a221b',
  road: '#262a30',
  bigRoad: '#343941',
  name: '#a5a9b1',
  nameEdge: '#14161a',
}
