/**
 * Gives each process of the tests a screen of its own, where the test command made several: windows of two tests would take
 * the focus from each other. Where there is one screen only (a developer's), all share it.
 */
const screens = (process.env['ZHIYE_SCREENS'] ?? '').split(' ').filter((name) => name !== '');
const place = Number(process.env['VITEST_POOL_ID'] ?? '1') - 1;
const own = screens[place % screens.length];
if (own !== undefined) process.env['DISPLAY'] = own;
