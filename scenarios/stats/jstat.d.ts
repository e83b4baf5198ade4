/** The few functions of jstat (MIT) that the project uses; the package ships no types. */
declare module 'jstat' {
  interface StudentT {
    /** Quantile of Student's t at probability p with df degrees of freedom. */
    inv(p: number, df: number): number;
    cdf(x: number, df: number): number;
  }
  const jstat: { readonly jStat: { readonly studentt: StudentT } };
  export default jstat;
}
