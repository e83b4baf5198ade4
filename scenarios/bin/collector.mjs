/**
 * Short-lived objects are collected by the thread that made them. The engine would spread each of these collections, of two or three
 * milliseconds, over helper threads on all cores, which the other threads of a pool need: on busy cores that takes more
 * processor time and ends no sooner. It changes no result. For programs of our own only: a library leaves its host's engine alone.
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--no-parallel-scavenge');
