import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, portMessage } from '#shared/api/bridge.ts';
import { infoFrom } from './info.ts';

const bridge: Bridge = {
  info: infoFrom(process.argv),
  connect: () => {
    const channel = new MessageChannel();
    // Main looks at the sender and its frame, and closes the window's earlier port.
    ipcRenderer.postMessage(portMessage, null, [channel.port2]);
    window.postMessage(portMessage, location.origin, [channel.port1]);
  },
};

// A frame inside the page gets nothing: the office talks to the top page alone.
if (window.top === window) contextBridge.exposeInMainWorld('zhiye', bridge);
