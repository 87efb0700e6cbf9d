using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace UnifiedPlatform.Sdk.Data.Conventions;

/// <summary>Stores every enum as camelCase text, as the API writes it.</summary>
internal sealed class EnumTextConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var property in modelBuilder.Metadata.AllProperties())
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.IsEnum) property.Builder.HasConverter(typeof(EnumText<>).MakeGenericType(type));
        }
    }

    private sealed class EnumText<T>() : ValueConverter<T, string>(value => Write(value), text => Read(text))
        where T : struct, Enum
    {
        private static readonly Dictionary<T, string> Texts = Enum.GetValues<T>().Distinct().ToDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
        private static readonly Dictionary<string, T> Values = Texts.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

        private static string Write(T value) => Texts.TryGetValue(value, out var text) ? text : throw new InvalidOperationException($"{typeof(T).Name} has no member for the value being stored.");

        private static T Read(string text) => Values.TryGetValue(text, out var value) ? value : throw new InvalidOperationException($"A stored {typeof(T).Name} is none of its members.");
    }
}
