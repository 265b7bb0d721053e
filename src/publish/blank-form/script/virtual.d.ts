/** The script of the form, bundled into one text as the package is built, with its hash for the page’s policy. */
declare module 'virtual:form-script' {
  const script: { readonly text: string; readonly hash: string };
  export default script;
}
