import { RouterProvider } from '@tanstack/react-router';
import { router } from './routes.tsx';

/** The program inside its providers: the screens by their addresses. */
export function App() {
  return <RouterProvider router={router} />;
}
