using System.Text.Json.Nodes;
using Bot.Chat;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Bot.Api.Http;

/// <summary>Describes the API in OpenAPI. The parameters of a command come from its <see cref="CommandInfo"/>, like help.</summary>
internal static class ApiDocument
{
    /// <summary>The document's name, which is the version in its address.</summary>
    public const string Name = "v1";

    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.ActionDescriptor.EndpointMetadata.OfType<CommandInfo>().Any();
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, _, _) =>
        {
            // The schema generator also allows numbers in quotation marks, but the answers always contain plain numbers.
            if (schema.Type is { } type && (type & (JsonSchemaType.Integer | JsonSchemaType.Number)) != 0)
            {
                (schema.Type, schema.Pattern) = (type & ~JsonSchemaType.String, null);
            }

            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<CommandInfo>().FirstOrDefault() is { } info)
            {
                Describe(operation, info, isGet: context.Description.HttpMethod == "GET");
            }

            return Task.CompletedTask;
        });
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Seminar Bot",
            Version = Name,
            Description = "Passages of a seminar's readings, word for word, each with its place. Errors are problem details (RFC 9457).",
        };
        document.Servers = [];
        document.Tags = null;
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "One of Api:Keys, if any are set." },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", document)] = [] }];
    }

    private static void Describe(OpenApiOperation operation, CommandInfo info, bool isGet)
    {
        operation.OperationId = isGet ? $"{info.Name}-by-address" : info.Name;
        operation.Tags = null;
        operation.Summary = info.Description;
        operation.Description = info.Details;
        if (isGet)
        {
            operation.Parameters = [.. DescribeFields(info).Select(field => new OpenApiParameter
            {
                Name = field.Name,
                In = ParameterLocation.Query,
                Description = field.Schema.Description,
                Required = field.IsRequired,
                Schema = field.Schema,
            })];
        }
        else
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new OpenApiMediaType { Schema = DescribeBody(info) } },
            };
        }
    }

    private static OpenApiSchema DescribeBody(CommandInfo info)
    {
        var properties = new Dictionary<string, IOpenApiSchema>
        {
            ["id"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Integer, Description = "Returned unchanged." },
        };
        if (info.Text is { } text)
        {
            properties["text"] = DescribeOption(text);
        }

        if (info.Options.Count > 0)
        {
            properties["options"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = info.Options.ToDictionary(option => option.Name, IOpenApiSchema (option) => DescribeOption(option)),
            };
        }

        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = properties,
            Required = info.Text is { Required: true } ? new HashSet<string> { "text" } : null,
        };
    }

    private static IEnumerable<(string Name, bool IsRequired, OpenApiSchema Schema)> DescribeFields(CommandInfo info) =>
        info.Options.Select(option => (option.Name, option.Required, DescribeOption(option)))
            .Prepend(("text", info.Text is { Required: true }, info.Text is { } text ? DescribeOption(text) : new OpenApiSchema()));

    private static OpenApiSchema DescribeOption(OptionInfo option) => new()
    {
        Type = option.Kind == OptionKind.Number ? JsonSchemaType.Integer : JsonSchemaType.String,
        Minimum = option.Kind == OptionKind.Number ? "1" : null,
        Description = option.Description,
        Enum = option.Choices.Count > 0 ? [.. option.Choices.Select(choice => (JsonNode)choice)] : null,
    };
}
