using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace UnifiedPlatform.Sdk.Modules.Code;

/// <summary>Finds the metadata tokens in the instructions of a method.</summary>
internal static class IlCode
{
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields().Select(field => field.GetValue(null)).OfType<OpCode>().ToDictionary(code => (int)(ushort)code.Value, code => code.OperandType);

    /// <summary>Each token, and how many instructions before it a null was put on the stack; the largest number there is: none was.</summary>
    public static IEnumerable<(EntityHandle Token, int SinceNull)> Tokens(byte[] code)
    {
        var sinceNull = int.MaxValue;
        for (var at = 0; at < code.Length;)
        {
            if (sinceNull < int.MaxValue) sinceNull++;
            var value = code[at] == 0xFE && at + 1 < code.Length ? 0xFE00 | code[at + 1] : code[at];
            at += value > 0xFF ? 2 : 1;
            if (!Operands.TryGetValue(value, out var operand)) throw new BadImageFormatException("An instruction is unknown.");
            if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                var handle = MetadataTokens.Handle(BitConverter.ToInt32(code, at));
                if (!handle.IsNil && handle.Kind is HandleKind.MemberReference or HandleKind.MethodSpecification or HandleKind.MethodDefinition or HandleKind.TypeReference or HandleKind.TypeSpecification) yield return ((EntityHandle)handle, sinceNull);
            }
            if (value == OpCodes.Ldnull.Value) sinceNull = 0;
            at += Size(operand, code, at);
        }
    }

    private static int Size(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
