using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace UnifiedPlatform.Sdk.Data.Conventions;

/// <summary>How values are stored on each database (contracts.md §1), strong types of one value included.</summary>
internal static class StoredTypes
{
    public static void Configure(ModelConfigurationBuilder builder, DatabaseKind kind, Assembly module)
    {
        var sqlite = kind == DatabaseKind.Sqlite;
        if (sqlite)
        {
            builder.Properties<Guid>().HaveConversion<GuidBlob>().HaveColumnType("BLOB");
            builder.Properties<DateTimeOffset>().HaveConversion<Microseconds>().HaveColumnType("INTEGER");
            builder.Properties<decimal>().HaveConversion<Fen>().HaveColumnType("INTEGER");
        }
        else
        {
            builder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>().HaveColumnType("timestamp with time zone");
            builder.Properties<decimal>().HavePrecision(18, 2);
        }
        foreach (var type in StrongTypes(typeof(StoredTypes).Assembly).Concat(StrongTypes(module)).Distinct())
        {
            var stored = Value(type)!.PropertyType;
            var converter = sqlite && stored == typeof(Guid)
                ? typeof(StrongBlob<>).MakeGenericType(type)
                : typeof(Strong<,>).MakeGenericType(type, stored);
            builder.Properties(type, property =>
            {
                property.HaveConversion(converter);
                if (sqlite && stored == typeof(Guid)) property.HaveColumnType("BLOB");
            });
        }
    }

    // A struct that wraps one value: a public constructor that takes it and a property Value that gives it back.
    private static IEnumerable<Type> StrongTypes(Assembly assembly) =>
        assembly.GetTypes().Where(type => type is { IsValueType: true, IsEnum: false, IsGenericType: false, IsByRefLike: false } && Value(type) is { } value
            && (value.PropertyType == typeof(Guid) || value.PropertyType == typeof(string) || value.PropertyType == typeof(int) || value.PropertyType == typeof(long))
            && type.GetConstructor([value.PropertyType]) is not null);

    private static PropertyInfo? Value(Type type) => type.GetProperty("Value", BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    private static Expression<Func<T, TValue>> Open<T, TValue>()
    {
        var wrapped = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, TValue>>(Expression.Property(wrapped, "Value"), wrapped);
    }

    private static Expression<Func<TValue, T>> Wrap<T, TValue>()
    {
        var value = Expression.Parameter(typeof(TValue));
        return Expression.Lambda<Func<TValue, T>>(Expression.New(typeof(T).GetConstructor([typeof(TValue)])!, value), value);
    }

    private sealed class GuidBlob() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));

    private sealed class Microseconds() : ValueConverter<DateTimeOffset, long>(instant => Instants.ToMicroseconds(instant), stored => Instants.FromMicroseconds(stored));

    private sealed class UtcInstant() : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => instant.ToUniversalTime(), stored => stored);

    private sealed class Fen() : ValueConverter<decimal, long>(yuan => (long)decimal.Round(yuan * 100m, 0, MidpointRounding.AwayFromZero), fen => fen / 100m);

    private sealed class Strong<T, TValue>() : ValueConverter<T, TValue>(Open<T, TValue>(), Wrap<T, TValue>());

    private sealed class StrongBlob<T>() : ValueConverter<T, byte[]>(ToBlob(), FromBlob())
    {
        private static Expression<Func<T, byte[]>> ToBlob()
        {
            var open = Open<T, Guid>();
            var toBytes = typeof(Guid).GetMethod(nameof(Guid.ToByteArray), [typeof(bool)])!;
            return Expression.Lambda<Func<T, byte[]>>(Expression.Call(open.Body, toBytes, Expression.Constant(true)), open.Parameters);
        }

        private static Expression<Func<byte[], T>> FromBlob()
        {
            var bytes = Expression.Parameter(typeof(byte[]));
            var read = typeof(GuidBytes).GetMethod(nameof(GuidBytes.Read))!;
            return Expression.Lambda<Func<byte[], T>>(Expression.New(typeof(T).GetConstructor([typeof(Guid)])!, Expression.Call(read, bytes)), bytes);
        }
    }

    internal static class GuidBytes
    {
        public static Guid Read(byte[] bytes) => new(bytes, bigEndian: true);
    }
}
