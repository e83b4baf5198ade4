/**
 * Sets how much the engine's compiler may write into one function in place of calls. Its own limit (920) is meant for pages in a
 * browser; models on the kernel are small functions that call each other 10^9 times (M/M/1: 5 % faster). It changes no result. For
 * the benches only: a command that plays days starts two threads cold, and compiling more costs each of them half a second; ten
 * years of a region gain nothing from it.
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--max-inlined-bytecode-size-cumulative=3000');
