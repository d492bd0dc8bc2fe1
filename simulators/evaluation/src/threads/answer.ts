import type { PolicyYear } from '../year/policy-year.ts'

export type Answer =
  | { readonly kind: 'year'; readonly year: PolicyYear }
  | { readonly kind: 'failed'; readonly why: string }
