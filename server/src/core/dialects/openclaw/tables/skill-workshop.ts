/** Facts about the skills that agents write for themselves. */

/**
 * From here on such skills are applied without asking unless a config says otherwise.
 * Source: the settings' own pages and the code that reads them in 2026.6.1 (`pending`, off) and 2026.9.6 (`auto`, `auto`); releases between were not read.
 */
export const skillsAppliedUnaskedSince = "2026.9.6";
