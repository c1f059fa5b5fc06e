/** A worker as electron-vite builds it: the path of its bundle. */
declare module '*?modulePath' {
  const path: string;
  export default path;
}
