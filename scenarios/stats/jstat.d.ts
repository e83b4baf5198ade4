/** The few functions of jstat (MIT) that the project uses; the package ships no types. */
declare module 'jstat' {
  interface StudentT {
    /** Quantile of Student's t at probability p with df degrees of freedom. */
    inv(p: number, df: number): number;
    cdf(x: number, df: number): number;
  }
  interface JStat {
    readonly studentt: StudentT;
    /** Least squares: the column x that brings rows * x nearest to the column `right`. */
    lstsq(rows: readonly (readonly number[])[], right: readonly (readonly number[])[]): number[][];
  }
  const jstat: { readonly jStat: JStat };
  export default jstat;
}
