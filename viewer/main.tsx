import { render } from 'preact';
import 'uplot/dist/uPlot.min.css';
import './style/base.css';
import './style/layout.css';
import './style/panels.css';
import './style/streams.css';
import { App } from './app.tsx';

const root = document.getElementById('app')!;
root.replaceChildren();
render(<App />, root);
