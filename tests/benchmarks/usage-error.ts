/** Wrong usage: exit code 2, with what was got and wanted. */
export class UsageError extends Error {}
