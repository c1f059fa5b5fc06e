import { createContext, useContext } from 'react';
import type { FrameModel } from './frame-model.ts';

const FrameContext = createContext<FrameModel | undefined>(undefined);

/** Gives the frame its data; stands above the router. */
export const FrameProvider = FrameContext.Provider;

/** What the frame shows. Throws outside a {@link FrameProvider}. */
export function useFrameModel(): FrameModel {
  const model = useContext(FrameContext);
  if (!model) throw new Error('The frame has been given no data');
  return model;
}
