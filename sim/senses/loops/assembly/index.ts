export { expose } from './exposure';
export { film } from './film';
