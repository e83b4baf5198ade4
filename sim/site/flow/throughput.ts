/** Mass flow over the last minute or so: an exponential mean with that time constant. */
export class Throughput {
  readonly #tauUs: number;
  #kgPerUs = 0;
  #atUs = 0;

  constructor(tauS = 60) {
    this.#tauUs = tauS * 1e6;
  }

  add(timeUs: number, massKg: number): void {
    this.#decay(timeUs);
    this.#kgPerUs += massKg / this.#tauUs;
  }

  tonnesPerHour(timeUs: number): number {
    this.#decay(timeUs);
    return this.#kgPerUs * 3.6e6;
  }

  #decay(timeUs: number): void {
    this.#kgPerUs *= Math.exp((this.#atUs - timeUs) / this.#tauUs);
    this.#atUs = timeUs;
  }
}
