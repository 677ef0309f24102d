import '@fontsource/ibm-plex-sans/latin-400.css';
import '@fontsource/ibm-plex-sans/latin-500.css';
import '@fontsource/ibm-plex-sans/latin-600.css';
import '@fontsource/ibm-plex-sans/latin-ext-400.css';
import '@fontsource/ibm-plex-sans/latin-ext-600.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { followSignOut } from './platform/signOut';
import { currentTheme, setTheme } from './platform/theme';

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
setTheme(currentTheme());
followSignOut();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
