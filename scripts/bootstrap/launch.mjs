/** True when the tour is played: where it was asked for, and where nobody could look at a window. */
export function playsTour(given, { blind }) {
  return blind || given.includes('--tour');
}

/**
 * What Electron is started with: the project's folder, then what was typed. Chromium's sandbox refuses to work for root.
 */
export function launchArguments(given, { asRoot }) {
  return [...(asRoot ? ['--no-sandbox'] : []), '.', ...given];
}

/** What is said before the start; empty on an ordinary desktop. */
export function launchNotes({ asRoot, blind }) {
  return [
    ...(asRoot
      ? [
          "Running as root: Chromium's sandbox does not work there, so it runs without. Use an ordinary account at work.",
        ]
      : []),
    ...(blind ? ['There is no display here: playing the tour on a screen in memory instead of opening a window.'] : []),
  ];
}
