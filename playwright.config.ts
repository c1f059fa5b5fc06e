import { defineConfig } from '@playwright/test';

// Drives the built program in a real Electron; no browser is downloaded. One window at a time: they share a screen.
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  workers: 1,
  timeout: 180_000,
  forbidOnly: true,
  reporter: [['line']],
  outputDir: 'test-results',
});
