import { useState } from 'react';

/**
 * A record as it was when the form on it was opened, its version with it. The screen below follows every change; a form
 * that took the newer version along would overwrite what somebody else has saved meanwhile instead of being told.
 */
export function useAsOpened<T>(record: T): T {
  const [opened] = useState(() => record);
  return opened;
}
