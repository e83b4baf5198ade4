// The same tests, over three trainings.
import './perception.test.ts';
