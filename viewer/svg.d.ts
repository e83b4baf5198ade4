/** A picture as the address of its own bytes. */
declare module '*.svg' {
  const address: string;
  export default address;
}
