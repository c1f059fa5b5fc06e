// The order matters: the component library first, so that the program's own rules win.
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@fontsource-variable/noto-sans-sc/wght.css';
import './tokens.css';
import './base.css';
