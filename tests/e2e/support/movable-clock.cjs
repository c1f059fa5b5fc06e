// Loaded into Electron's main process before the program (`-r`), where a test moves the PC's clock: `global.aheadMs`.
const os = require('node:os');
const { syncBuiltinESMExports } = require('node:module');

const { now } = Date;
const { uptime } = os;
global.aheadMs = 0;
Date.now = () => now() + global.aheadMs;
// Time really passes for the program: a clock that only jumped would not be followed far.
os.uptime = () => uptime() + global.aheadMs / 1000;
syncBuiltinESMExports();
