namespace UnifiedPlatform.Sdk.Imports;

/// <summary>What is wrong at one place of an import file, with the cure. Never holds the value.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Column">Column, from 1; 0: the whole line.</param>
/// <param name="Name">Title of the column; empty: the whole line.</param>
/// <param name="Message">What is wrong and what to do, in the reader's language.</param>
public sealed record ImportFault(int Line, int Column, string Name, string Message);
