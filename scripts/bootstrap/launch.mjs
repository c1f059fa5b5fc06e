/**
 * What Electron is started with: the project's folder, then what was typed. Without a screen the tour is played, since
 * nobody could look at a window; Chromium's sandbox refuses to work for root.
 */
export function launchArguments(given, { asRoot, blind }) {
  const tour = blind && !given.includes('--tour') ? ['--tour'] : [];
  return [...(asRoot ? ['--no-sandbox'] : []), '.', ...given, ...tour];
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
