import { Outlet } from '@tanstack/react-router';
import { Frame } from './frame.tsx';
import { useFrameModel } from './frame-context.ts';

/** The frame with the screen of the current address inside. */
export function ShellLayout() {
  return (
    <Frame {...useFrameModel()}>
      <Outlet />
    </Frame>
  );
}
