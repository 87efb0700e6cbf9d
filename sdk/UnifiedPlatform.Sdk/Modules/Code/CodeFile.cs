using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace UnifiedPlatform.Sdk.Modules.Code;

/// <summary>Reads what an assembly refers to, without loading it.</summary>
internal sealed class CodeFile : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _reader;

    public CodeFile(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        try
        {
            _reader = _file.GetMetadataReader();
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>Every member used in a method body, with the method.</summary>
    public IEnumerable<MemberUse> Uses() =>
        from handle in _reader.MethodDefinitions
        let method = _reader.GetMethodDefinition(handle)
        where method.RelativeVirtualAddress != 0 && (method.ImplAttributes & MethodImplAttributes.CodeTypeMask) == MethodImplAttributes.IL
        let place = Place(method)
        from token in IlCode.Tokens(_file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes() ?? [])
        let use = Use(token.Token, place)
        where use is not null
        select use with { SinceNull = token.SinceNull };

    /// <summary>Methods that are code of the machine.</summary>
    public IEnumerable<string> NativeMethods() =>
        from handle in _reader.MethodDefinitions
        let method = _reader.GetMethodDefinition(handle)
        where method.Attributes.HasFlag(MethodAttributes.PinvokeImpl) || (method.ImplAttributes & MethodImplAttributes.CodeTypeMask) == MethodImplAttributes.Native
        select Place(method);

    /// <summary>Static fields with their types.</summary>
    public IEnumerable<(string Place, string Type)> StaticFields() =>
        from handle in _reader.FieldDefinitions
        let field = _reader.GetFieldDefinition(handle)
        where field.Attributes.HasFlag(FieldAttributes.Static) && !field.Attributes.HasFlag(FieldAttributes.Literal)
        select ($"{SignatureNames.Of(_reader, field.GetDeclaringType())}.{_reader.GetString(field.Name)}", field.DecodeSignature(SignatureNames.Instance, null));

    /// <summary>Types with their base types.</summary>
    public IEnumerable<(string Place, string Base)> BaseTypes() =>
        from handle in _reader.TypeDefinitions
        let type = _reader.GetTypeDefinition(handle)
        where !type.BaseType.IsNil
        select (SignatureNames.Of(_reader, handle), SignatureNames.Of(_reader, type.BaseType));

    /// <summary>Attributes on methods, with the method.</summary>
    public IEnumerable<(string Place, string Attribute, bool IsStatic)> MethodAttributesUsed() =>
        from handle in _reader.MethodDefinitions
        let method = _reader.GetMethodDefinition(handle)
        from attribute in method.GetCustomAttributes()
        let constructor = _reader.GetCustomAttribute(attribute).Constructor
        where constructor.Kind == HandleKind.MemberReference
        select (Place(method), SignatureNames.Of(_reader, _reader.GetMemberReference((MemberReferenceHandle)constructor).Parent), method.Attributes.HasFlag(MethodAttributes.Static));

    /// <summary>Whether the assembly holds code of the machine beside its own.</summary>
    public bool IsMixed => _file.PEHeaders.CorHeader is not { } header || !header.Flags.HasFlag(CorFlags.ILOnly);

    public void Dispose() => _file.Dispose();

    private MemberUse? Use(EntityHandle token, string place)
    {
        switch (token.Kind)
        {
            case HandleKind.MethodSpecification:
                var generic = _reader.GetMethodSpecification((MethodSpecificationHandle)token);
                return Use(generic.Method, place) is { } of ? of with { OfTheFramework = generic.DecodeSignature(FrameworkTypes.Instance, null).All(own => own) } : null;
            case HandleKind.MemberReference:
                var member = _reader.GetMemberReference((MemberReferenceHandle)token);
                var type = member.Parent.Kind == HandleKind.MethodDefinition ? "" : SignatureNames.Of(_reader, member.Parent);
                var parameters = member.GetKind() == MemberReferenceKind.Method ? member.DecodeMethodSignature(SignatureNames.Instance, null).ParameterTypes : default;
                return new MemberUse(type, _reader.GetString(member.Name), member.GetKind() == MemberReferenceKind.Method ? parameters : null, place);
            case HandleKind.TypeReference or HandleKind.TypeSpecification:
                return new MemberUse(SignatureNames.Of(_reader, token), "", null, place);
            default:
                return null;
        }
    }

    private string Place(MethodDefinition method) => $"{SignatureNames.Of(_reader, method.GetDeclaringType())}.{_reader.GetString(method.Name)}";
}
