export const isDamp = ({ damp }: { readonly damp?: string }): boolean =>
  damp === 'damp' || damp === 'water_ingress'
