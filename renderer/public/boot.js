// Runs before every module of the page: zod otherwise probes `new Function` when its first schema is made, which the
// page's policy forbids and reports.
globalThis.__zod_globalConfig = { jitless: true };
