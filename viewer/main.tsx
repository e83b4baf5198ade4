import './locale-guard.ts';
import { render } from 'preact';
import { must } from '../sim/record/must.ts';
import 'uplot/dist/uPlot.min.css';
import './style/base.css';
import './style/layout.css';
import './style/panels.css';
import './style/streams.css';
import './style/day.css';
import './style/compare.css';
import './style/region.css';
import './style/share.css';
import './style/media.css';
import { Opening } from './opening.tsx';

const root = must(document.getElementById('app'), '#app');
root.replaceChildren();
render(<Opening />, root);
