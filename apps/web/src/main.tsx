import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/exeat.scss';
import { App } from './app';
import { applyTheme } from './shell/theme';

applyTheme();
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
