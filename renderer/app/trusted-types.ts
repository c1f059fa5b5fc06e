import { installTrustedTypes } from '../lib/trusted-types.ts';

installTrustedTypes();
