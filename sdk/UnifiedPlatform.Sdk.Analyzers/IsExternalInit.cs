namespace System.Runtime.CompilerServices;

/// <summary>Lets records compile for the compiler's own target framework.</summary>
internal static class IsExternalInit;
